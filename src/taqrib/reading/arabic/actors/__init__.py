"""Names and descriptions of actors and places."""
