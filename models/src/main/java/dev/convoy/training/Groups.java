package dev.convoy.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which group a row belongs to; equal names are one object, for there are many rows. */
final class Groups {
    private final List<Integer> places;
    private final Map<String, String> names = new HashMap<>();

    private Groups(List<Integer> places) {
        this.places = places;
    }

    static Groups of(CsvFile file, Roles roles) throws IOException {
        List<Integer> places = new ArrayList<>();
        for (String column : roles.groups()) {
            places.add(file.place(column));
        }
        return new Groups(places);
    }

    String of(List<String> cells, int line) {
        if (places.isEmpty()) {
            return Integer.toString(line);
        }
        StringBuilder name = new StringBuilder();
        for (int place : places) {
            name.append(name.length() == 0 ? "" : "/").append(cells.get(place).strip());
        }
        return names.computeIfAbsent(name.toString(), same -> same);
    }
}
