-- How Chinese and another script stand together on one face (民族文字并用, R-047): a matter of law that was turned round in
-- recent years, so every order holds from a day on and none is ever changed; the newest in effect counts.
CREATE TABLE script_order (
  sequence INTEGER NOT NULL PRIMARY KEY,
  effective_from TEXT NOT NULL,
  -- Null holds for every language that has none of its own.
  language TEXT,
  lead TEXT NOT NULL CHECK (lead IN ('HAN_FIRST', 'MINORITY_FIRST')),
  layout TEXT NOT NULL CHECK (layout IN ('STACKED', 'SIDE_BY_SIDE', 'VERTICAL_PAIR')),
  -- The other script against the Chinese one, in per cent.
  size_ratio INTEGER NOT NULL CHECK (size_ratio BETWEEN 50 AND 200),
  basis TEXT NOT NULL CHECK (basis <> ''),
  -- Whether whoever set it has read the rule itself.
  basis_read INTEGER NOT NULL CHECK (basis_read IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER script_order_no_update BEFORE UPDATE ON script_order
BEGIN SELECT RAISE(ABORT, 'script_order is append-only'); END;
CREATE TRIGGER script_order_no_delete BEFORE DELETE ON script_order
BEGIN SELECT RAISE(ABORT, 'script_order is append-only'); END;
