"""Who wants, accepts or rejects what."""
