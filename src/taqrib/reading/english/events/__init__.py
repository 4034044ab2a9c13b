"""What happened or will happen in the talks."""
