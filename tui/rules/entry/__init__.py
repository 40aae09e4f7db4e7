"""What forms take: typed values read into records, with a sentence where one can't be."""
