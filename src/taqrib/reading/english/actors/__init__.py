"""Who acts, and where: names and descriptions, one name per actor."""
