"""What a lead sees of the answers: numbers, words to read first, and a file."""
