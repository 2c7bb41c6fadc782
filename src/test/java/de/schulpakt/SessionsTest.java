package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import de.schulpakt.kit.OwnClasses;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sessions, and with them the beans of pages, stay in memory: they hold records and services that nobody can write down. CDI
 * demands {@code Serializable} of beans of a page all the same.
 */
class SessionsTest {
    private static final Path WEB_INF = Path.of("src", "main", "webapp", "WEB-INF");

    @Test
    void the_server_writes_no_session_down() throws Exception {
        Document payara = xml("payara-web.xml");
        NodeList managers = payara.getElementsByTagName("session-manager");
        assertThat(managers.getLength()).isEqualTo(1);
        Element manager = (Element) managers.item(0);
        assertThat(manager.getAttribute("persistence-type")).isEqualTo("memory");
        assertThat(manager.getElementsByTagName("store-properties").getLength()).isZero();
        NodeList properties = manager.getElementsByTagName("property");
        assertThat(properties.getLength()).isEqualTo(1);
        assertThat(((Element) properties.item(0)).getAttribute("name")).isEqualTo("sessionFilename");
        assertThat(((Element) properties.item(0)).getAttribute("value")).isEmpty();
        assertThat(Files.readString(Path.of("src", "main", "java", "de", "schulpakt", "launcher", "Server.java")))
                .as("there is no other node to share them with").contains("setNoHazelcast(true)");
    }

    @Test
    void faces_keeps_views_as_they_are() throws Exception {
        Document web = xml("web.xml");
        assertThat(web.getElementsByTagName("distributable").getLength()).isZero();
        NodeList names = web.getElementsByTagName("param-name");
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.getLength(); i++) {
            Element parent = (Element) names.item(i).getParentNode();
            parameters.put(names.item(i).getTextContent(), parent.getElementsByTagName("param-value").item(0).getTextContent());
        }
        assertThat(parameters).containsEntry("jakarta.faces.PROJECT_STAGE", "Production").containsEntry("jakarta.faces.STATE_SAVING_METHOD", "server").containsEntry("jakarta.faces.SERIALIZE_SERVER_STATE", "false");
    }

    @Test
    void a_bean_of_a_page_holds_its_services_for_this_process_only() {
        JavaClasses classes = OwnClasses.all();
        List<JavaClass> beans = classes.stream().filter(type -> type.isAnnotatedWith(ViewScoped.class)).toList();
        assertThat(beans).hasSizeGreaterThan(20);
        List<String> wrong = new ArrayList<>();
        for (JavaClass bean : beans) {
            if (!bean.isAssignableTo(Serializable.class)) {
                wrong.add(bean.getName());
            }
            bean.getAllFields().stream().filter(field -> field.isAnnotatedWith(Inject.class) && !field.getModifiers().contains(JavaModifier.TRANSIENT))
                    .forEach(field -> wrong.add(field.getFullName()));
        }
        assertThat(wrong).isEmpty();
    }

    private static Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(WEB_INF.resolve(name).toFile());
    }
}
