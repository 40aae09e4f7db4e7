"""What the network says: pure rules, (records, now) in and answers out."""
