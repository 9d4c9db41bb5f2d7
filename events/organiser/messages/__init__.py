"""A message of the organiser to the hosts, the guests or who has not answered."""
