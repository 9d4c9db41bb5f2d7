"""The field test: do readers recognise a practice story, or contest it?"""
