const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const limits = {
  /** between two sends to one address, for each purpose */
  emailGapSeconds: 60,
  /** `SendThrottle` has `emailsPerWindow` columns */
  emailWindowSeconds: HOUR,
  emailsPerWindow: 5,

  magicLinkLifeSeconds: 30 * MINUTE,
  registrationLifeSeconds: DAY,
  resetLifeSeconds: 30 * MINUTE,
  emailChangeLifeSeconds: 30 * MINUTE,
  /** for as long its old mailbox can undo a change of address, and nobody else gets that address; for as long before, ways in go too */
  emailUndoSeconds: 7 * DAY,
  /** at most ten minutes (OWASP ASVS 6.5.5) */
  codeLifeSeconds: 10 * MINUTE,
  codeAttempts: 5,
  /** about 20 bits (OWASP ASVS 6.5.4) */
  codeDigits: 6,
  /** wrong codes in a row before no code of that address works, and for how long */
  codeFailuresBeforeOff: 10,
  codesOffSeconds: DAY,

  subnetWindowSeconds: 10 * MINUTE,
  emailsPerSubnet: 300,
  failuresPerSubnet: 50,

  failuresBeforeBackoff: 10,
  backoffFirstSeconds: 30,
  backoffMostSeconds: 15 * MINUTE,
  /** a longer wait is answered with the way to end it, since a password that is off never comes back */
  longWaitSeconds: 5 * MINUTE,
  /** NIST SP 800-63B-4 §3.2.2: at most 100 consecutive failures, then the authenticator is disabled */
  failuresBeforeOff: 100,

  sessionLifeSeconds: 30 * DAY,
  sessionIdleSeconds: 7 * DAY,
  sessionTouchSeconds: 10 * MINUTE,
  /** as long as a browser keeps a cookie (RFC 6265bis §5.5) */
  deviceKeptSeconds: 400 * DAY,
  languageKeptSeconds: 400 * DAY,
  reauthenticationLifeSeconds: 10 * MINUTE,

  passkeysPerUser: 20,
  challengeLifeSeconds: 5 * MINUTE,
  /** a passed first factor waits so long for the second */
  secondStepLifeSeconds: 10 * MINUTE,
  secondStepTries: 5,
  /** RFC 6238 §4.1, §5.2: how long a code is the current one, and how many before and after it are taken */
  totpStepSeconds: 30,
  totpTolerance: 1,
  totpDigits: 6,
  /** a secret that no code has confirmed */
  enrolmentLifeSeconds: HOUR,
  recoveryCodes: 10,
  /** characters of 5 bits: 120 in all, so that a plain hash keeps them (OWASP ASVS 6.5.2) */
  recoveryCodeLength: 24,
  /** absolute: using it makes it no longer */
  trustedDeviceSeconds: 30 * DAY,
  lostPhoneWaitSeconds: DAY,
  /** from when it was asked for, carried out or not; its links work for as long */
  lostPhoneKeptSeconds: 7 * DAY,

  /** one mail of each kind within it */
  noticeWindowSeconds: HOUR,
  noticesPerWindow: 12,

  /** when to ask again where something behind us is away */
  awayRetrySeconds: 5,

  activityKeptSeconds: 180 * DAY,
  usedTokensKeptSeconds: 7 * DAY,
  endedSessionsKeptSeconds: 30 * DAY,

  /** NIST SP 800-63B-4 §3.1.1.2, in Unicode code points */
  passwordShortest: 8,
  passwordLongest: 128,
  /** RFC 5321 §4.5.3.1.3, in octets */
  emailLongestOctets: 254,
  nameLongest: 80,
  /** characters of NEXTAUTH_SECRET */
  secretShortest: 32,
  bcryptCostLeast: 10,
  bcryptCostMost: 15,
  bodyLargestBytes: 16 * 1024,
} as const;
