/** The columns of the public IBM telco churn table: one row for each customer of a Californian operator. */
export const telcoChurnColumns = [
  'customerID',
  'gender',
  'SeniorCitizen',
  'Partner',
  'Dependents',
  'tenure',
  'PhoneService',
  'MultipleLines',
  'InternetService',
  'OnlineSecurity',
  'OnlineBackup',
  'DeviceProtection',
  'TechSupport',
  'StreamingTV',
  'StreamingMovies',
  'Contract',
  'PaperlessBilling',
  'PaymentMethod',
  'MonthlyCharges',
  'TotalCharges',
  'Churn',
] as const;

export type TelcoChurnColumn = (typeof telcoChurnColumns)[number];

/** Columns of services that need an internet access, and the products they become. */
export const internetServices = {
  OnlineSecurity: 'ONLINE_SECURITY',
  OnlineBackup: 'ONLINE_BACKUP',
  DeviceProtection: 'DEVICE_PROTECTION',
  TechSupport: 'TECH_SUPPORT',
  StreamingTV: 'STREAMING_TV',
  StreamingMovies: 'STREAMING_MOVIES',
} as const;

export type InternetServiceColumn = keyof typeof internetServices;
