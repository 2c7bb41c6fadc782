package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the look can be told apart by everybody, in the light and in the dark (WCAG 1.4.3 and 1.4.11). */
class LookTest {
    private static final Path LOOK = Path.of("src/main/webapp/resources/schulpakt/look.css");
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
    private static final double TEXT = 4.5;
    private static final double SIGN = 3;
    private static final List<String> GROUNDS = List.of("paper", "ground", "hover");

    @Test
    void words_stand_out_from_what_they_stand_on() throws IOException {
        List<String> pairs = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String ink : List.of("ink", "ink-2", "brand", "brand-2", "ok", "wait", "bad")) {
                pairs.add(ink + " on " + ground);
            }
        }
        pairs.addAll(List.of("ok on ok-soft", "wait on wait-soft", "bad on bad-soft", "brand on soft", "ink on soft", "ink-2 on mute-soft",
                "brand-ink on brand", "brand-ink on brand-2", "bad-ink on bad"));
        assertThat(weak(pairs, TEXT)).isEmpty();
    }

    @Test
    void rims_signs_and_pictures_stand_out_too() throws IOException {
        assertThat(weak(List.of("edge on paper", "edge on ground", "brand on paper", "brand on ground", "wait on paper", "wait on ground",
                "money-1 on money-4", "money-2 on money-4", "money-3 on money-4", "money-1 on paper", "money-2 on paper",
                "money-3 on paper"), SIGN)).isEmpty();
    }

    private static List<String> weak(List<String> pairs, double least) throws IOException {
        List<String> weak = new ArrayList<>();
        for (int theme = 0; theme < 2; theme++) {
            Map<String, Double> light = light(theme);
            for (String pair : pairs) {
                double one = light.get(pair.split(" on ")[0]);
                double other = light.get(pair.split(" on ")[1]);
                double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                if (contrast < least) {
                    weak.add("%s, %s: %.2f".formatted(theme == 0 ? "light" : "dark", pair, contrast));
                }
            }
        }
        return weak;
    }

    /** The relative luminance of each token, as WCAG defines it. */
    private static Map<String, Double> light(int theme) throws IOException {
        Map<String, Double> light = new HashMap<>();
        Matcher token = TOKEN.matcher(Files.readString(LOOK));
        while (token.find()) {
            int rgb = Integer.parseInt(token.group(theme + 2), 16);
            light.put(token.group(1), 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255));
        }
        assertThat(light).hasSizeGreaterThan(15);
        return light;
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
