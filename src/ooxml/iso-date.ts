const ISO_DATE =
  /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
// Before it the serials of the 1900 system are one less, for they count a 29 February 1900.
const FIRST_SOUND_SERIAL = 61;

/**
 * The serial number, in the 1900 date system, of an ISO 8601 date, time, or date and time as a cell
 * of type `d` holds it. Null when it is none. Time zones are ignored, as spreadsheets do.
 */
export function serialOfIsoDate(text: string): number | null {
  const found = ISO_DATE.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, hours, minutes, seconds] = found;
  if (year === undefined && hours === undefined) return null;
  const fraction =
    (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  if (year === undefined) return fraction;
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const whole = milliseconds / MILLISECONDS_A_DAY + SERIAL_OF_1970;
  return (whole < FIRST_SOUND_SERIAL ? whole - 1 : whole) + fraction;
}
