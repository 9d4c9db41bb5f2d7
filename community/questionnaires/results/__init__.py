"""What all said together: counted, drawn, and safe to show."""
