"""What a network is made of: records, the Network that holds them, and the Change that alters it."""
