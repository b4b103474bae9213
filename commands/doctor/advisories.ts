/** A published security advisory of a library that faces the network here. */
export type Advisory = Readonly<{
  library: "next" | "react" | "next-auth" | "nodemailer";
  /** as https://github.com/advisories/ knows it */
  id: string;
  /** a semver range; each upper end in it is the first fixed version of its line */
  affected: string;
  /** what it lets a stranger do */
  says: string;
}>;

/** The day until which the advisories of these libraries were read. */
export const ADVISORIES_READ = "2026-11-28";

// To renew it: read https://github.com/advisories?query=ecosystem:npm+next (and react-server-dom-webpack, next-auth, nodemailer) from
// that day on, add a row for each, move the day, and raise in package.json what the doctor then warns of. What a later row includes may go.
export const ADVISORIES: readonly Advisory[] = [
  {
    library: "next",
    id: "GHSA-f82v-jwr5-mffw", // CVE-2025-29927
    affected: ">=11.1.4 <12.3.5 || >=13 <13.5.9 || >=14 <14.2.25 || >=15 <15.2.3",
    says: "a header of a request leads past the proxy",
  },
  {
    library: "next",
    id: "GHSA-9qr9-h5gf-34mp", // CVE-2025-66478, in React CVE-2025-55182
    affected:
      ">=14.3.0-canary.77 <15.0.5 || >=15.1 <15.1.9 || >=15.2 <15.2.6 || >=15.3 <15.3.6 || >=15.4 <15.4.8 || >=15.5 <15.5.7 || >=16 <16.0.7",
    says: "a request runs code on the server (React2Shell)",
  },
  {
    library: "next",
    id: "GHSA-5j59-xgg2-r9c4", // CVE-2025-67779, what CVE-2025-55183 and 55184 left open
    affected:
      ">=13.3 <14.2.35 || >=15 <15.0.7 || >=15.1 <15.1.11 || >=15.2 <15.2.8 || >=15.3 <15.3.8 || >=15.4 <15.4.10 || >=15.5 <15.5.9 || >=16 <16.0.10",
    says: "a request makes the server hang",
  },
  {
    library: "next",
    id: "GHSA-h25m-26qc-wcjf", // CVE-2026-23864
    affected:
      ">=13 <15.0.8 || >=15.1 <15.1.12 || >=15.2 <15.2.9 || >=15.3 <15.3.9 || >=15.4 <15.4.11 || >=15.5 <15.5.10 || >=16 <16.0.11 || >=16.1 <16.1.5",
    says: "a request makes the server hang or run out of memory",
  },
  {
    library: "next",
    id: "GHSA-q4gf-8mx6-v5v3", // CVE-2026-23869
    affected: ">=13 <15.5.15 || >=16 <16.2.3",
    says: "a request keeps the server busy for a minute",
  },
  {
    library: "next",
    id: "GHSA-26hh-7cqf-hhc6", // CVE-2026-45109, what CVE-2026-44575 left open
    affected: ">=15.2 <15.5.18 || >=16 <16.2.6",
    says: "the address of a prefetch leads past the proxy",
  },
  {
    library: "next",
    id: "GHSA-c4j6-fc7j-m34r", // CVE-2026-44578
    affected: ">=13.4.13 <15.5.16 || >=16 <16.2.5",
    says: "an upgrade makes the server ask other servers",
  },
  {
    library: "next",
    id: "GHSA-m99w-x7hq-7vfj", // CVE-2026-64641
    affected: ">=13 <15.5.21 || >=16 <16.2.11",
    says: "a request keeps the server busy",
  },
  {
    library: "next",
    id: "GHSA-2xp9-vwfh-vxw4", // in libheif GHSA-g89c-p67h-r497
    affected: ">=10 <15.5.24 || >=16 <16.3.3",
    says: "a picture runs code on the server",
  },
  {
    library: "next",
    id: "GHSA-2464-fhr4-w9xw", // CVE-2026-96889
    affected: ">=10 <15.5.28 || >=16 <16.4.1",
    says: "a picture runs code on the server",
  },
  {
    library: "next",
    id: "GHSA-673q-mjm6-r5xr", // in React CVE-2026-126187
    affected: ">=16 <16.4.1",
    says: "a request runs code on the server",
  },
  {
    library: "next",
    id: "GHSA-p3m5-59mp-jv5r", // CVE-2026-94482, in React CVE-2026-130165
    affected: ">=13 <15.5.28 || >=16 <16.4.1",
    says: "a request keeps the server busy",
  },
  {
    library: "react",
    id: "GHSA-fv66-9v8q-g76r", // CVE-2025-55182
    affected: ">=19.0 <19.0.1 || >=19.1 <19.1.2 || >=19.2 <19.2.1",
    says: "a request runs code on the server (React2Shell)",
  },
  {
    library: "react",
    id: "GHSA-wx67-qw84-cm4g", // CVE-2026-44907
    affected: ">=19.0 <19.0.8 || >=19.1 <19.1.9 || >=19.2 <19.2.8",
    says: "a request keeps the server busy",
  },
  {
    library: "react",
    id: "GHSA-xqc2-xf4c-x3h3", // CVE-2026-126187
    affected: ">=19.0 <19.0.9 || >=19.1 <19.1.10 || >=19.2 <19.2.9 || >=19.3 <19.3.1",
    says: "a request runs code on the server",
  },
  {
    library: "react",
    id: "GHSA-h3gv-c5rc-p453", // CVE-2026-130165
    affected: ">=19.0 <19.0.9 || >=19.1 <19.1.10 || >=19.2 <19.2.9 || >=19.3 <19.3.1",
    says: "a request keeps the server busy",
  },
  {
    library: "next-auth",
    id: "GHSA-5jpx-9hw9-2fx4", // in nodemailer GHSA-mm7p-fcc7-pg87
    affected: "<4.24.12",
    says: "a link is sent to another address than the one that asked",
  },
  {
    library: "next-auth",
    id: "GHSA-7rqj-j65f-68wh", // CVE-2026-73420
    affected: "<4.24.15",
    says: "a sign that looks like @ stands for another address",
  },
  {
    library: "next-auth",
    id: "GHSA-x445-f3h2-j279", // CVE-2026-73419
    affected: "<4.24.15",
    says: "the way back of one provider passes for that of another",
  },
  {
    library: "nodemailer",
    id: "GHSA-mm7p-fcc7-pg87", // CVE-2025-13033
    affected: "<7.0.7",
    says: "a quoted address sends a mail elsewhere",
  },
  {
    library: "nodemailer",
    id: "GHSA-vvjj-xcjg-gr5g", // CVE-2026-82853
    affected: "<8.0.5",
    says: "a greeting with a line break gives the mail server commands",
  },
  {
    library: "nodemailer",
    id: "GHSA-p6gq-j5cr-w38f",
    affected: "<9.0.1",
    says: "a mail may take in files of the server",
  },
  {
    library: "nodemailer",
    id: "GHSA-2x7j-588g-ccc2", // CVE-2026-92596
    affected: "<9.1.0",
    says: "a long list of addresses keeps the server busy",
  },
  {
    library: "nodemailer",
    id: "GHSA-85x2-q946-cp5h",
    affected: "<10.1.4",
    says: "an address is read in another way than the mail server reads it",
  },
];
