package dev.rollcall.activity;

import dev.rollcall.sql.Sql;
import dev.rollcall.time.UuidV7;
import java.time.Clock;
import org.jspecify.annotations.NullUnmarked;

/// Records with writes only, where `sql` writes.
@NullUnmarked
public final class CapturedActivity extends Activity {
    /// One of which the rows are made with these.
    public CapturedActivity(Sql sql, UuidV7 identifiers, Clock clock) {
        super(sql, new EntryRows(identifiers, clock), null);
    }
}
