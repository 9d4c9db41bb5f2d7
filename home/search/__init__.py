"""Search over all pages, whichever floor they are from."""
