package dev.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MariaDbTestResourceTest {

    private final DataSource dataSource;

    MariaDbTestResourceTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void givesEveryQuarkusTestARealMariaDbWithTheServersOwnDefaults() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version(), @@sql_mode, @@character_set_server, @@log_bin")) {
            row.next();
            assertThat(row.getString(1)).containsPattern("^1[01]\\.\\d+\\.\\d+-MariaDB");
            assertThat(row.getString(2)).contains("STRICT_TRANS_TABLES");
            assertThat(row.getString(3)).isEqualTo("utf8mb4");
            assertThat(row.getInt(4)).isZero();
        }
    }
}
