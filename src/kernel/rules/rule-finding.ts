/** What is wrong with the text of a rule. */
export interface RuleFinding {
  code: 'RULE_SYNTAX' | 'RULE_UNKNOWN_NAME' | 'RULE_TYPE' | 'RULE_VALUE' | 'RULE_TOO_LONG';
  message: string;
  /** Place in the text, counted from 0. */
  from: number;
  to: number;
}
