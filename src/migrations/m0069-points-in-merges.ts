import { Migration } from '@mikro-orm/migrations';

export class M0069PointsInMerges extends Migration {
  override up(): void {
    this.addSql('alter table "system_parameter" drop constraint "system_parameter_type_check"');
    this.addSql(
      "alter table \"system_parameter\" add constraint \"system_parameter_type_check\" check (\"type\" in ('INT', 'DECIMAL', 'TEXT', 'BOOLEAN', 'DAY', 'INSTANT', 'TIME_ZONE', 'THRESHOLD', 'SCHEDULE', 'ALARM', 'FILTER', 'ACTION', 'PRINT', 'VIEW', 'SAVE'))",
    );
    this.addSql('alter table "points_entry" drop constraint "points_entry_operation_check"');
    this.addSql('alter table "points_entry" drop constraint "points_entry_source_check"');
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_operation_check\" check (\"operation\" in ('EARNED', 'REDEEMED', 'ADJUSTED', 'EXPIRED', 'REVERSED', 'TRANSFERRED'))",
    );
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_source_check\" check (\"source\" in ('BILLING', 'CAMPAIGN', 'ORDER', 'PARTNER', 'SURVEY', 'REDEMPTION', 'ADJUSTMENT', 'EXPIRY', 'REVERSAL', 'MERGE'))",
    );
  }
}
