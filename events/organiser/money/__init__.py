"""The page *Geld*: all is well, or what needs a person, each with its act."""
