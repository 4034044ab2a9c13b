"""What happened in the talks or will, once per report, with its status."""
