const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The numbers of the product, each under its name. Times are in seconds. */
export const limits = {
  /** between two sends to one address, for each purpose */
  sendGap: 60,
  /** the window holds at most `sendsPerWindow`; `SendThrottle` has as many columns */
  sendWindow: HOUR,
  sendsPerWindow: 5,

  magicLinkLife: 30 * MINUTE,
  registrationLife: DAY,
  resetLife: 30 * MINUTE,
  /** OWASP ASVS 6.5.5: an out-of-band code lives ten minutes at most */
  codeLife: 10 * MINUTE,
  codeTries: 5,
  /** wrong codes in a row before no code of that address works, and for how long */
  codeFailuresBeforeOff: 10,
  codesOff: DAY,

  rangeWindow: 10 * MINUTE,
  mailsPerRange: 300,
  failuresPerRange: 50,

  failuresBeforeSlowing: 10,
  slowedFirst: 30,
  slowedMost: 15 * MINUTE,
  /** NIST SP 800-63B-4 §3.2.2: at most 100 consecutive failures, then the authenticator is disabled */
  failuresBeforeOff: 100,

  sessionLife: 30 * DAY,
  sessionIdle: 7 * DAY,
  /** a session's last use is written at most this often */
  sessionTouch: 10 * MINUTE,
  /** a browser is remembered this long; no browser keeps a cookie longer (RFC 6265bis §5.5) */
  deviceKept: 400 * DAY,
  /** how fresh a proof must be before ways in are changed */
  proofLife: 10 * MINUTE,

  /** within it one mail of a kind, and this many of all kinds, tell a person what happened */
  noticeWindow: HOUR,
  noticesPerWindow: 12,

  activityKept: 180 * DAY,
  usedTokensKept: 7 * DAY,
  endedSessionsKept: 30 * DAY,

  /** NIST SP 800-63B-4 §3.1.1.2, in Unicode code points */
  passwordShortest: 8,
  passwordLongest: 128,
  /** RFC 5321 §4.5.3.1.3, in octets */
  addressLongest: 254,
  nameLongest: 80,
  /** in bytes */
  bodyLargest: 16 * 1024,
} as const;
