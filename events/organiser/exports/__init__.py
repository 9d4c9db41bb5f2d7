"""What an organiser takes along as CSV or XLSX: orders, pairs and money."""
