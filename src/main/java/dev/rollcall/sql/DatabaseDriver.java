package dev.rollcall.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;

/// The driver of the database, which makes {@link DatabaseConnection}s.
public final class DatabaseDriver implements Driver {
    private final Driver driver = new org.mariadb.jdbc.Driver();

    /// A connection, or null where the URL is another driver's.
    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        var configuration = Configuration.parse(url, properties);
        return configuration == null ? null : DatabaseConnection.to(configuration);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(DatabaseDriver.class.getPackageName());
    }
}
