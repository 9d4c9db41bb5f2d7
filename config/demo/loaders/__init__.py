"""One loader per floor; each adds what is missing and leaves the rest alone."""
