"""What RESULTS.md reports, one script for each idea; see README.md."""
