"""What only members of a group read: notes and documents, until they are published."""
