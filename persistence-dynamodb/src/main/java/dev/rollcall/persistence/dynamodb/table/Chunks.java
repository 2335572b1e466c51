package dev.rollcall.persistence.dynamodb.table;

import java.util.ArrayList;
import java.util.List;

/** Lists cut into what one request takes. */
final class Chunks {

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int largest) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += largest) {
            chunks.add(all.subList(start, Math.min(all.size(), start + largest)));
        }
        return chunks;
    }
}
