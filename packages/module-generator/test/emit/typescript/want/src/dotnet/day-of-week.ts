// Generated from System.DayOfWeek. What is changed here is lost.

/** System.DayOfWeek. */
export type DayOfWeek = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday';
