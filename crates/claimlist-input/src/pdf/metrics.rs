//! How wide the letters of the fonts are that every reader of PDF has: documents need not say it.
//!
//! From the metrics of Adobe's core 14 fonts (Adobe Technical Note 5609), in thousandths of the size, from the space to the
//! tilde. Slanted Helvetica is as wide as upright, and italic Times nearly so.

#[rustfmt::skip]
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 222, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 222, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

#[rustfmt::skip]
const HELVETICA_BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 278, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 278, 556, 611, 556, 611, 556, 333, 611,
    611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[rustfmt::skip]
const TIMES_BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 333, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
    556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// The width of a character in a font of this name, in sizes, as good as it is known without the font.
pub(super) fn width(font: &str, character: char) -> f32 {
    let bold = font.contains("Bold");
    let widths = if font.contains("Courier") || font.contains("Mono") {
        return 0.6;
    } else if font.contains("Times") || font.contains("Serif") && !font.contains("Sans") {
        if bold { &TIMES_BOLD } else { &TIMES }
    } else if bold {
        &HELVETICA_BOLD
    } else {
        &HELVETICA
    };
    let like = match character {
        '‘' | '’' => '`',
        '“' | '”' => '"',
        '–' | '€' | '£' => '0',
        '—' | '…' => return 1.0,
        'À'..='Å' => 'A',
        'È'..='Ë' => 'E',
        'Ò'..='Ö' => 'O',
        'Ù'..='Ü' => 'U',
        'ì'..='ï' => 'i',
        'à'..='ö' => 'e',
        'ù'..='ü' => 'u',
        other => other,
    };
    let index = (like as usize).checked_sub(' ' as usize);
    f32::from(index.and_then(|index| widths.get(index)).copied().unwrap_or(556)) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths() {
        assert!((width("Helvetica", 'i') - 0.222).abs() < 1e-6);
        assert!((width("ABCDEF+Times-Bold", 'W') - 1.0).abs() < 1e-6);
        assert!((width("Courier", 'W') - 0.6).abs() < 1e-6);
        assert!((width("Unknown", '中') - 0.556).abs() < 1e-6);
    }
}
