import { type FromMatrixPage, type MatrixState, savedMatrix, toMatrixPage } from '../../protocol/matrix.ts';
import { MatrixPage } from '../matrix/MatrixPage.tsx';
import { openPage } from '../openPage.ts';

openPage<MatrixState, FromMatrixPage>(MatrixPage, toMatrixPage, savedMatrix);
