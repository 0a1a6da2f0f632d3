/**
 * Rows as an office of that step would have them, by the migration that makes their table. Kept apart from the
 * repositories on purpose: those know only the newest step.
 */
export const SEEDS: Readonly<Record<number, readonly string[]>> = {
  1: [
    `INSERT INTO instance VALUES ('instance-1', '2026-01-05T01:00:00.000Z', '2026-01-05T01:30:00.000Z')`,
    `INSERT INTO office VALUES (1, '示例县云溪镇人民政府', '119900000000000014', '990000', '0999-6100100', '云溪路1号', '周一至周五', '{uscc}/{yyyy}-{seq:5}', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO account VALUES ('account-1', '周敏', '["HANDLER"]', '$argon2id$1', 0, 0, '2026-01-05T01:00:00.000Z'), ('account-2', '韩立', '["REVIEWER"]', '$argon2id$2', 1, 1, '2026-01-05T01:00:00.000Z')`,
  ],
  2: [
    `INSERT INTO audit_event VALUES (1, '2026-01-05T01:00:00.000Z', 'account-1', '周敏', 'office.set-up', 'office', 'o', '{}', '0', 'hash-1'), (2, '2026-01-05T01:01:00.000Z', 'account-1', '周敏', 'notice.create', 'notice', 'notice-1', '{"a":1}', 'hash-1', 'hash-2')`,
  ],
  3: [
    `INSERT INTO catalogue VALUES ('catalogue-1', '村务公开目录', 'VILLAGE', 'a.csv', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO catalogue_item VALUES ('item-1', 'catalogue-1', 0, '1', '财务', '收支', '', '收支明细', '', '每月', '村委会', '["公开栏"]', 'ALL', '', 'PROACTIVE', '["VILLAGE"]', '{"备注":"𠮷"}')`,
  ],
  4: [
    `INSERT INTO notice VALUES ('notice-1', 'PUBLISHED', 'i/2026-00001', '停电', 'item-1', 3, 'account-1', 'account-1', '2026-01-05T01:00:00.000Z', '2026-01-06T01:00:00.000Z', '{"title":"停电"}')`,
    `INSERT INTO notice_author VALUES ('notice-1', 1, 'account-1')`,
    `INSERT INTO attachment VALUES ('file-1', 'notice-1', 0, 'ATTACHMENT', '名单.xlsx', 'application/pdf', 'a', 1, 'b', 2, '[]', '[]', 1, '[]', 0, 0, '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO submission VALUES ('submission-1', 'notice-1', 'h', '{}', 'account-1', '2026-01-05T01:00:00.000Z', 1)`,
    `INSERT INTO submission_decision VALUES ('submission-1', 'REVIEW', 'APPROVED', 'account-2', '', '2026-01-05T02:00:00.000Z')`,
    `INSERT INTO privacy_override VALUES (1, 'notice-1', 'f', 'MOBILE', 'account-2', '公务手机', '2026-01-05T02:00:00.000Z')`,
  ],
  5: [
    `INSERT INTO edition VALUES (7, 'notice-1', 1, 'h', 'i/2026-00001', 'submission-1', 'account-1', '2026-01-06T01:00:00.000Z', '2026-01-06', 'WITHDRAWN', '停电', 'NOTIFICATION', '', 'group-1', '{}')`,
    `INSERT INTO public_group VALUES ('group-1', '财务', '村务公开目录', 'VILLAGE', 0)`,
    `INSERT INTO withdrawal VALUES ('notice-1', 7, 'EXPIRED', '到期', 0, 'account-1', '2026-01-07T01:00:00.000Z', '2026-01-07')`,
    `INSERT INTO index_series VALUES ('i/2026-{seq}', 1)`,
    `INSERT INTO outbox VALUES (1, 'EDITION', 7, '2026-01-06T01:00:00.000Z', 1), (2, 'WITHDRAWAL', 7, '2026-01-07T01:00:00.000Z', NULL)`,
    `INSERT INTO package VALUES (1, 'p.zip', 'a', 'b', 10, 1, 0, 'account-1', '2026-01-06T02:00:00.000Z')`,
  ],
  6: [`INSERT INTO search_entry (rowid, title, body) VALUES (7, '停电', '河西 西村')`],
  8: [
    `INSERT INTO unit VALUES ('village-1', '河西村', 'VILLAGE', 'township', 1, 0)`,
    `INSERT INTO board VALUES ('board-1', 'village-1', '村务公开栏', '村委会门口', 'VILLAGE', 0)`,
  ],
  9: [
    `UPDATE catalogue_version SET state = 'APPROVED', approved_by = 'account-2', approved_at = '2026-01-06T01:00:00.000Z' WHERE id = 'catalogue-1'`,
    `INSERT INTO catalogue_version (id, catalogue_id, number, state, source_file, columns, created_by, created_at) VALUES ('version-2', 'catalogue-1', 2, 'DRAFT', 'b.xlsx', '[{"role":"serial","label":"序号","group":""}]', 'account-1', '2026-02-05T01:00:00.000Z')`,
    `INSERT INTO catalogue_row VALUES ('version-2', 'item-1', 0, '1', '财务', '收支', '', '收支明细', '', '次月15日前', '{"class":"MONTHLY","monthday":15,"offset":"nextMonth"}', 1, '{"min":10,"unit":"day"}', '村委会', '["公开栏"]', 'SPECIFIC_GROUP', '本村', 'LIMITED_CIRCLE', 'PROACTIVE', '["村级"]', '{"备注":"𠮷"}', '村务', 4)`,
    `INSERT INTO catalogue_version_author VALUES ('version-2', 'account-1')`,
    `INSERT INTO catalogue_unit VALUES ('catalogue-1', 'village-1')`,
    `INSERT INTO catalogue_unit_leave VALUES (1, 'catalogue-1', 'township', '改由村里执行', 'account-2', '2026-02-05T01:00:00.000Z')`,
    `INSERT INTO unit_item VALUES ('village-1', 'item-1', 0, '本村无此事项', 'account-1')`,
    `INSERT INTO catalogue_import VALUES ('import-1', 'c.xlsx', 'a', '[]', 'account-1', '2026-02-05T01:00:00.000Z')`,
  ],
  10: [
    `INSERT INTO deadline_rule VALUES ('CQ15M', 2, '村务按月', '{"class":"MONTHLY","monthday":20,"offset":"nextMonth"}', NULL, '县里规定', 'COUNTY', 'SOURCE', '["VILLAGE"]', '2026-03-01', NULL, '', 'account-1', '2026-02-05T01:00:00.000Z')`,
    `INSERT INTO duty_ground VALUES (1, '{"deadlineText":"次月15日前"}')`,
    `INSERT INTO duty VALUES ('duty-1', 'PERIODIC', 'village-1', 'item-1', 'VILLAGE', '财务收支', '2026-01', '', 0, '', NULL, NULL, 1, '{"date":"2026-02-15"}', '2026-01-31', '2026-02-13', '2026-02-16', NULL, 0, 'account-1', '2026-01-05T01:00:00.000Z', 'PUBLISHED', '2026-02-10T01:00:00.000Z', '2026-02-10', 'account-1', 'notice-1', '', 1)`,
    // The migration itself has brought the edition of before.
    `INSERT OR IGNORE INTO edition_item VALUES (7, 'item-1')`,
    `INSERT INTO notice_placement VALUES ('notice-1', 'village-1', 'duty-1', 0, NULL, NULL)`,
  ],
  11: [
    `INSERT INTO calendar_change VALUES (1, 'YEAR', '2027年', '2027.json', '', 'account-1', '2026-02-05T01:00:00.000Z', 3)`,
    `INSERT INTO calendar_year VALUES (2027, 1, '国务院办公厅通知', '[]', 1)`,
    `INSERT INTO calendar_day VALUES (1, '2026-08-08', 'HOLIDAY', '那达慕', '旗里放假', 1, NULL)`,
    `INSERT INTO calendar_key VALUES ('key-1', 'a', '示例县', 'account-1', '2026-02-05T01:00:00.000Z')`,
    `INSERT INTO duty_upkeep VALUES (1, 'a', 'b', '2026-02-05')`,
    // Tells of a change of the calendar too, so it comes after both.
    `INSERT INTO duty_entry VALUES (1, 'duty-1', 'CLOSED', 'PUBLISHED', 'notice-1', '', '2026-02-16', '2026-02-17', 1, 'account-1', '2026-02-10T01:00:00.000Z', '2026-02-10', 1)`,
  ],
  12: [
    `INSERT INTO undisclosed_matter VALUES ('matter-1', 'township', '信息甲', 1, 'n-1', '讨论记录', '云政〔2026〕3号', '2026-01-02', 'PROCESS_INFO', '过程性信息', 'account-2', '2026-01-05', '2027-01-05', 'account-1', '2026-01-05T01:00:00.000Z', 'account-1', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO undisclosed_review VALUES (1, 'matter-1', 'PART_DISCLOSED', '可以区分', '2027-06-01', 'account-2', '2026-06-01T01:00:00.000Z', '2026-06-01')`,
    `INSERT INTO undisclosed_draft VALUES (1, 'notice-1')`,
    `INSERT INTO list_register VALUES ('list-1', 'township', 'LICENCE', 'account-1', '2026-01-05T01:00:00.000Z')`,
    `INSERT INTO list_change_set VALUES ('set-1', 'list-1', '行政许可事项清单', '[{"id":"c1","label":"事项名称"}]', '首次公布', '', '2026-01-06', 'a.csv', 'account-1', '2026-01-05T01:00:00.000Z', 1)`,
    `INSERT INTO list_change VALUES ('set-1', 0, 'row-1', 'ADDED', '{"c1":"𠮷"}', 1.0, NULL)`,
    `INSERT INTO list_decision VALUES (1, 'set-1', 'CONFIRMED', '', 'account-2', '2026-01-06T01:00:00.000Z', 1)`,
    `INSERT INTO list_standing VALUES (1, 'list-1', 'HIDDEN', '核对', 'account-2', '2026-01-07T01:00:00.000Z')`,
  ],
}
