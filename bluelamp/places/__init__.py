"""The borough: stations, phones, suites, teams, roads, drive times and warnings on an address."""
