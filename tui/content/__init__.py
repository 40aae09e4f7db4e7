"""The words of Kith, no code: openers, checklists, goals, questions, drafts; read by `tui.rules.content`."""
