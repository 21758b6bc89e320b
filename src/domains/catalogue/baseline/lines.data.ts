/** Businesses with their product lines. */
export const businessLines = [
  {
    code: 'FIXED',
    name: 'Fixed voice',
    productLines: [{ code: 'FIXED_VOICE', name: 'Fixed telephone', description: 'Speech over a line to a place.' }],
  },
  {
    code: 'MOBILE',
    name: 'Mobile',
    productLines: [{ code: 'MOBILE_VOICE', name: 'Mobile telephone', description: 'Speech and data over the air.' }],
  },
  {
    code: 'INTERNET',
    name: 'Internet',
    productLines: [
      { code: 'BROADBAND', name: 'Broadband', description: 'Access to the internet over a line to a place.' },
      { code: 'CARE', name: 'Security and support', description: 'Protection and help around an access.' },
      { code: 'STREAMING', name: 'Streaming', description: 'Television and films over an access.' },
    ],
  },
  {
    code: 'ENTERPRISE',
    name: 'Enterprise',
    productLines: [
      { code: 'PRIVATE_LINES', name: 'Private lines', description: 'Lines and networks for one company alone.' },
      { code: 'CLOUD', name: 'Cloud communication', description: 'Communication functions out of the cloud.' },
    ],
  },
] as const;
