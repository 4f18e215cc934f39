"""Common given and family names of several languages, by script: for people who are made up."""

from __future__ import annotations

Names = tuple[tuple[str, ...], tuple[str, ...]]
"""Given names and family names of one language."""


def _languages(text: str) -> tuple[Names, ...]:
    """Languages are paragraphs; a bar is between given names and family names."""
    parts = (paragraph.split("|") for paragraph in text.split("\n\n"))
    return tuple((tuple(given.split()), tuple(family.split())) for given, family in parts)


NAMES = {
    "Latin": _languages("""
James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Barbara
Richard Susan Joseph Jessica Thomas Sarah Charles Karen Emma Olivia Noah Liam | Smith
Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin
Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright

Anna Peter Julia Thomas Sabine Michael Ursula Andreas Monika Stefan Claudia Jürgen Petra
Wolfgang Katrin Markus Heike Jörg Birgit Matthias Anja Torsten Lena Felix | Müller Schmidt
Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange

Marie Jean Nathalie Pierre Isabelle Michel Sylvie André Catherine Philippe Martine Alain
Françoise Bernard Valérie Christophe Céline Laurent Amélie Julien Chloé Mathieu Élodie
Rémi | Martin Bernard Dubois Robert Richard Petit Durand Leroy Moreau Simon Laurent
Lefebvre Michel Garcia Roux Fournier Girard Bonnet Lambert Fontaine Rousseau Vincent
Chevalier Gauthier

María José Carmen Antonio Ana Manuel Isabel Francisco Laura Javier Cristina Carlos Lucía
Miguel Marta Alejandro Paula Rafael Elena Pablo Sofía Diego Andrea Jorge | García
Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández
Díaz Moreno Álvarez Muñoz Romero Alonso Gutiérrez Navarro Torres Domínguez Ramos Gil

João Ana Pedro Mariana Tiago Beatriz Rui Inês Luís Joana Gonçalo Catarina Ricardo Teresa
Bruno Cláudia Nuno Sara Paulo Helena Vítor Raquel Fábio Marisa | Silva Santos Ferreira
Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes
Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Nunes

Giulia Marco Francesca Andrea Chiara Luca Sara Matteo Elena Alessandro Martina Davide
Paola Simone Silvia Federico Valentina Lorenzo Ilaria Riccardo Giorgia Stefano Elisa Fabio
| Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti
Mancini Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso

Anna Piotr Katarzyna Krzysztof Małgorzata Andrzej Agnieszka Tomasz Ewa Paweł Joanna Marcin
Magdalena Michał Monika Jakub Zofia Wojciech Dorota Grzegorz Beata Łukasz Justyna Mateusz
| Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak
Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski
Michalski Król Wieczorek Jabłoński Wróbel Majewski

Erik Anna Lars Maria Karl Margareta Anders Elisabeth Johan Eva Per Kristina Nils Birgitta
Jan Karin Mikael Ingrid Åsa Björn Malin Göran Linnéa Håkan | Andersson Johansson Karlsson
Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson
Hansson Bengtsson Jönsson Lindberg Lindqvist Lindgren Berglund Sandberg Holmström Sjöberg
Åkesson

Mehmet Fatma Mustafa Ayşe Ahmet Emine Ali Hatice Hüseyin Zeynep İbrahim Elif Murat Meryem
Yusuf Şerife Ömer Sultan Emre Özlem Burak Gülsüm Kerem Deniz | Yılmaz Kaya Demir Çelik
Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt
Özkan Şimşek Polat Korkmaz Erdoğan Güneş

Priya Rahul Ananya Rohan Deepika Arjun Kavya Vikram Sneha Aditya Pooja Karthik Divya
Sanjay Neha Rajesh Shreya Nikhil Meera Suresh Lakshmi Ganesh Swati Manoj | Sharma Patel
Singh Kumar Gupta Reddy Iyer Nair Mehta Joshi Desai Kulkarni Banerjee Mukherjee Chatterjee
Rao Menon Pillai Bhat Verma Agarwal Srinivasan Krishnan Chopra

Wei Fang Lei Jing Yang Min Jun Xia Qiang Yan Ming Hong Xiaoming Yuting Zihan Haoran Jiahui
Mengqi Yifan Chenxi Junjie Wenjing Siyuan Ruoxi | Wang Li Zhang Liu Chen Yang Huang Zhao
Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song

Jiří Marie Jan Jana Petr Eva Josef Hana Pavel Lenka Martin Kateřina Tomáš Lucie Jaroslav
Věra Miroslav Alena Zdeněk Veronika František Tereza Ondřej Barbora | Novák Svoboda Dvořák
Černý Procházka Kučera Veselý Horák Němec Pokorný Marek Pospíšil Hájek Jelínek Král
Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák
"""),
    "Cyrillic": _languages("""
Юлия Алексей Наталья Дмитрий Ольга Сергей Екатерина Андрей Татьяна Михаил Светлана Евгений
Ксения Николай Людмила Владимир Анастасия Григорий Дарья Максим Полина Илья Вероника Фёдор
| Соколов Кузнецов Попов Лебедев Козлов Новиков Морозов Петров Волков Зайцев Павлов
Голубев Виноградов Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Белов Комаров Орлов
Киселёв Щербаков

Олена Андрій Оксана Сергій Наталія Олексій Ірина Дмитро Тетяна Богдан Людмила Василь
Галина Тарас Марія Ярослав Соломія Назар Христина Остап Дарина Максим Юлія Павло |
Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Ковальчук Поліщук Мельничук
Савченко Руденко Мороз Марченко Лисенко Петренко Клименко Павленко Гончаренко Василенко
Левченко Харченко Сидоренко Карпенко Гаврилюк
"""),
    "Greek": _languages("""
Γεώργιος Μαρία Ιωάννης Ελένη Δημήτρης Κατερίνα Νικόλαος Βασιλική Κωνσταντίνος Σοφία
Παναγιώτης Αγγελική Χρήστος Γεωργία Ευάγγελος Δήμητρα Αθανάσιος Αναστασία Σπυρίδων
Παρασκευή Θεόδωρος Χριστίνα Μιχάλης Ιωάννα | Παπαδόπουλος Βλάχος Αγγελόπουλος Νικολαΐδης
Γεωργίου Δημητρίου Παπαγεωργίου Οικονόμου Παπαδάκης Αντωνίου Κωνσταντίνου Ιωάννου
Βασιλείου Μακρής Παππάς Καραγιάννης Χατζής Αλεξίου Θεοδώρου Σταματίου Ζαφειρίου Μαυρίδης
Ξενάκης Ευαγγέλου
"""),
    "Hangul": _languages("""
민준 서연 지훈 수빈 현우 지은 도윤 하은 준호 유진 성민 은비 동현 혜진 태현 소영 승훈
미경 재석 보라 영호 나연 원영 규리 | 김 이 박 최 정 강 조 윤 장 임 한 오 서 신
권 황 안 송 유 홍 백 문 배 남
"""),
}
"""By script."""
