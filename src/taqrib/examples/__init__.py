"""Two example cases to try Taqrib on: talks of July 2024 retold from public facts, and an invented strait."""
