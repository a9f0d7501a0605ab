package dev.rollcall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e",
                "ffffffff-ffff-ffff-ffff-ffffffffffff"
            })
    void anIdentifierIsItsTextAndItsBytes(String text) {
        var id = ResourceIds.parse(text).orElseThrow();

        assertThat(id).hasToString(text);
        assertThat(ResourceIds.bytes(id)).hasSize(16);
        assertThat(ResourceIds.fromBytes(ResourceIds.bytes(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "019A0E3C-7B5D-7C3F-9D2E-4F6A8B0C1D2E",
                "019a0e3c7b5d7c3f9d2e4f6a8b0c1d2e",
                "{019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2}",
                "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2",
                "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e0",
                "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2g",
                "019a0e3c-7b5d-7c3f-9d2e4-f6a8b0c1d2e",
                " 19a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e",
                "------------------------------------",
                "../../../../../../../../../../../etc"
            })
    void whatNoResourceCanBeCalledIsNone(String text) {
        assertThat(ResourceIds.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2", "3,4", "5,8", "100,128", "128,128"})
    void aListIsAsLongAsThePowerOfTwoThatFollows(int ids, int length) {
        var all = Stream.generate(UUID::randomUUID).limit(ids).toList();

        var padded = ResourceIds.padded(all);

        assertThat(padded).hasSize(length);
        assertThat(padded.stream().map(ResourceIds::fromBytes).distinct()).containsExactlyElementsOf(all);
    }

    @Test
    void bytesStandInTheOrderOfTheTexts() {
        var texts = Stream.of("7fffffff", "80000000", "00000001", "ffffffff")
                .map(begin -> begin + "-0000-7000-8000-000000000000")
                .toList();

        assertThat(texts.stream()
                        .map(UUID::fromString)
                        .map(ResourceIds::bytes)
                        .sorted(Arrays::compareUnsigned)
                        .map(bytes -> ResourceIds.fromBytes(bytes).toString()))
                .containsExactlyElementsOf(texts.stream().sorted().toList());
    }
}
