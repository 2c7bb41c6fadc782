package de.schulpakt.install.effort.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a cancelled ticket took is put right by a click; nothing is added to it. */
class EffortPageTest {
    private static final String STATE = "v.state.name() ne 'CANCELLED'";

    @Test
    void a_cancelled_ticket_takes_lines_back_and_gets_none() throws Exception {
        assertThat(conditions("effortForm.back(v.id)")).noneMatch(when -> when.equals("#{" + STATE + "}") || when.contains("and " + STATE));
        assertThat(conditions("effortForm.unspend(v.id)")).noneMatch(when -> when.equals("#{" + STATE + "}") || when.contains("and " + STATE));
        assertThat(conditions("effortForm.spend(v.id)")).contains("#{" + STATE + "}");
        assertThat(conditions("effortForm.use(v.id)")).anyMatch(when -> when.startsWith("#{" + STATE + " and"));
        assertThat(conditions("effortForm.back(v.id)")).as("the form is there when there is something to put right")
                .contains("#{e.adding and (" + STATE + " or not empty e.times or not empty e.material)}", "#{not empty e.material}");
    }

    /** The conditions under which the button with this action is shown. */
    private static List<String> conditions(String action) throws Exception {
        Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("src/main/webapp/WEB-INF/install/ticket-effort.xhtml").toFile());
        NodeList buttons = page.getElementsByTagName("h:commandButton");
        for (int i = 0; i < buttons.getLength(); i++) {
            if (((Element) buttons.item(i)).getAttribute("action").contains(action)) {
                List<String> found = new ArrayList<>();
                for (Node up = buttons.item(i); up instanceof Element one; up = up.getParentNode()) {
                    if (one.hasAttribute("rendered")) {
                        found.add(one.getAttribute("rendered"));
                    }
                }
                return found;
            }
        }
        throw new AssertionError("no button with " + action);
    }
}
