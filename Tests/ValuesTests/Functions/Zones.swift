@testable import Values

/// Zones for the tables, by name.
func zone(_ name: String) -> ZoneRules {
  let rules = [
    "Berlin": "CET-1CEST,M3.5.0,M10.5.0/3", "New York": "EST5EDT,M3.2.0,M11.1.0",
    "Sydney": "AEST-10AEDT,M10.1.0,M4.1.0/3", "Dublin": "IST-1GMT0,M10.5.0,M3.5.0/1",
    "Lord Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "Shanghai": "CST-8",
    // Clocks were changed at midnight there.
    "Brasilia": "<-03>3<-02>,M10.3.0/0,M2.3.0/0",
    "Julian": "XXX0YYY,J60,J300", "Counted": "XXX0YYY,59,300", "UTC": "UTC0",
  ]
  guard let zone = rules[name].flatMap(ZoneRules.init(rule:)) else {
    fatalError("no zone \(name)")
  }
  return zone
}
