"""What is kept of people, how long, and how a person gets or loses it."""
