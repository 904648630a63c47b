package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7IdsTest {

    @Test
    void growStrictlySoThatNewRowsLandSideBySide() {
        List<UUID> ids = Stream.generate(new UuidV7Ids()::next).limit(10_000).toList();

        assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
        assertThat(ids.stream().map(UUID::toString).toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
