"""The two voices as pictures: covers, seams, tickets, social pictures."""
