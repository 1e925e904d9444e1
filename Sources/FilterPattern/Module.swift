// FilterPattern
