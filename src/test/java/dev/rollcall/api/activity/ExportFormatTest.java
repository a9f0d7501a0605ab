package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Result;
import dev.rollcall.activity.log.LoggedCall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFormatTest {
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void noCellIsAFormula(String text) {
        assertThat(ExportFormat.cell(text).replace("\"", "")).startsWith("'");
    }

    @Test
    void aCellIsQuotedWhereItHasTo() {
        assertThat(ExportFormat.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(ExportFormat.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(ExportFormat.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(ExportFormat.cell("plain")).isEqualTo("plain");
        assertThat(ExportFormat.cell(List.of("a", "b"))).isEqualTo("a b");
    }

    @Test
    void bothFormatsHaveTheSameColumns() {
        var call = call("=cmd");

        assertThat(ExportFormat.CSV.header())
                .isEqualTo(
                        "id,time,connectionId,credentialId,requestId,method,path,product,resourceType,resourceId,name,"
                                + "result,status,scimType,sentence,changed,membersAdded,membersRemoved,tolerances,"
                                + "durationMillis\r\n");
        assertThat(ExportFormat.CSV.line(call))
                .isEqualTo(ID + ",2030-01-31T12:00:00Z,,,r1,PATCH,/scim/v2/Users/1,PingOne,User,,'=cmd,"
                        + "refused,400,invalidValue,\"Wrong, so no\",active title,0,2,url,17\r\n");
        assertThat(ExportFormat.NDJSON.line(call))
                .isEqualTo("{\"id\":\"" + ID + "\",\"time\":\"2030-01-31T12:00:00Z\",\"connectionId\":null,"
                        + "\"credentialId\":null,\"requestId\":\"r1\",\"method\":\"PATCH\",\"path\":\"/scim/v2/Users/1\","
                        + "\"product\":\"PingOne\",\"resourceType\":\"User\",\"resourceId\":null,\"name\":\"=cmd\","
                        + "\"result\":\"refused\",\"status\":400,\"scimType\":\"invalidValue\","
                        + "\"sentence\":\"Wrong, so no\",\"changed\":[\"active\",\"title\"],\"membersAdded\":0,"
                        + "\"membersRemoved\":2,\"tolerances\":[\"url\"],\"durationMillis\":17}\n");
    }

    private static LoggedCall call(String name) {
        return new LoggedCall(
                UUID.fromString(ID),
                Instant.parse("2030-01-31T12:00:00Z"),
                null,
                null,
                "r1",
                "PATCH",
                "/scim/v2/Users/1",
                "PingOne",
                "User",
                null,
                name,
                Result.REFUSED,
                400,
                "invalidValue",
                "Wrong, so no",
                List.of("active", "title"),
                0,
                2,
                List.of("url"),
                17L);
    }
}
