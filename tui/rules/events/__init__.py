"""Before and after an event: preparation, goals, brief, debrief."""
