/** What is wrong with the definition of a process. */
export interface DefinitionFinding {
  code:
    | 'NO_STEPS'
    | 'CODE_INVALID'
    | 'CODE_TAKEN'
    | 'START_COUNT'
    | 'NO_END'
    | 'FLOW_STEP_UNKNOWN'
    | 'FLOW_DOUBLED'
    | 'START_ENTERED'
    | 'END_LEFT'
    | 'UNREACHABLE'
    | 'NEVER_ENDS'
    | 'NO_DEFAULT'
    | 'DEFAULTS_DOUBLED'
    | 'DEFAULT_CONDITIONAL'
    | 'NO_OPERATOR'
    | 'OPERATOR_UNKNOWN'
    | 'HANDLER_UNKNOWN'
    | 'COMPENSATION_UNKNOWN'
    | 'COMPENSATION_DOUBLED'
    | 'RETRY_INVALID'
    | 'TEMPLATE_UNKNOWN'
    | 'STEP_UNKNOWN'
    | 'RECURSION'
    | 'START_AFTER_CYCLE'
    | 'START_AFTER_DOUBLED'
    | 'PATH_UNKNOWN'
    | 'NO_TIMER'
    | 'JOIN_UNSOUND'
    | 'LOOP_WITHOUT_PAUSE'
    | 'ROLLBACK_UNKNOWN'
    | 'ROLLBACK_NOT_BEFORE'
    | 'PARAMETER_INVALID'
    | 'PARAMETER_DOUBLED'
    | 'PARAMETER_TYPES'
    | 'LIMIT_INVALID'
    | 'LIMIT_EXCEEDED'
    | 'ALARM_INVALID'
    | 'RULE_SYNTAX'
    | 'RULE_UNKNOWN_NAME'
    | 'RULE_TYPE'
    | 'RULE_VALUE'
    | 'RULE_TOO_LONG';
  message: string;
  /** Where: such as `['steps', 2, 'handler']`. */
  path: (string | number)[];
  /** An error keeps the definition from being tested and published; a warning is only told. */
  severity: 'ERROR' | 'WARNING';
}
