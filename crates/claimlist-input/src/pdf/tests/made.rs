//! Makes documents, as simple programs write them.

use std::fmt::Write as _;

/// A document whose pages have these contents. `/F1` is a plain font, `/F2` a bold one.
pub(super) fn document(contents: &[&str]) -> Vec<u8> {
    let contents: Vec<_> = contents.iter().map(|content| stream("", content.as_bytes())).collect();
    of_streams(&contents, "", &[])
}

/// A document whose pages have these streams, with more resources than fonts and more objects, numbered from 100 on.
pub(super) fn of_streams(contents: &[Vec<u8>], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let font = |name: &str| {
        format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>").into_bytes()
    };
    let kids: String = (0..contents.len()).map(|page| format!("{} 0 R ", 10 + 2 * page)).collect();
    let mut objects = vec![
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (
            2,
            format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]>>", contents.len())
                .into_bytes(),
        ),
        (3, font("Helvetica")),
        (4, font("Helvetica-Bold")),
    ];
    for (page, content) in contents.iter().enumerate() {
        let number = 10 + 2 * page;
        let page = format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{resources}>>>>",
            number + 1
        );
        objects.push((number, page.into_bytes()));
        objects.push((number + 1, content.clone()));
    }
    objects.extend(more.iter().enumerate().map(|(index, object)| (100 + index, object.clone())));
    file(&objects, "/Root 1 0 R")
}

/// A stream with these keys.
pub(super) fn stream(keys: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{keys}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A stream that is compressed.
pub(super) fn compressed(keys: &str, content: Vec<u8>) -> Vec<u8> {
    let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), content);
    stream.compress().unwrap();
    self::stream(&format!("/Filter/FlateDecode{keys}"), &stream.content)
}

/// A file of numbered objects.
pub(super) fn file(objects: &[(usize, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let size = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let mut table = vec!["0000000000 65535 f \n".to_owned(); size];
    for (number, object) in objects {
        table[*number] = format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let table = format!(
        "xref\n0 {size}\n{}trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n",
        table.concat()
    );
    file.extend(table.into_bytes());
    file
}

/// Lines of text from this place on downwards, each as a program shows it.
pub(super) fn lines(font: &str, size: f32, left: f32, top: f32, texts: &[&str]) -> String {
    let mut content = String::new();
    for (line, text) in texts.iter().enumerate() {
        let base = top - 1.2 * size * line as f32;
        let text = text.replace('(', "\\(").replace(')', "\\)").replace('£', "\\243");
        writeln!(content, "BT /{font} {size} Tf {left} {base} Td ({text}) Tj ET").unwrap();
    }
    content
}
