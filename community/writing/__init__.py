"""An outcome, written and published on the site by the lead of its group."""
