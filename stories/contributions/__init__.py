"""Write along: propose a piece without an account, and what it earns."""
