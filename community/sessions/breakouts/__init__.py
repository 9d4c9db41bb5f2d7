"""Break-outs: small groups that mix who would not meet otherwise."""
